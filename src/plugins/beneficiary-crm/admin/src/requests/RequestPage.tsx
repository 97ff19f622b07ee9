import { Tabs } from '@strapi/design-system';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import type { RequestDetail } from '../../../contracts/admin';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { ScrollingTabs } from '../ui/ScrollingTabs';
import { Sides } from '../ui/Sides';
import { Show } from '../ui/States';
import { Timeline } from '../ui/Timeline';
import { Presence } from './checking/Presence';
import { RequestFile } from './RequestFile';
import { RequestSummary } from './RequestSummary';
import { useOpened, useWayBack } from '../app/returning';
import { CommitteeTab } from './tabs/CommitteeTab';
import { ContactTab } from './tabs/ContactTab';
import { RequestTab } from './tabs/RequestTab';
import { ServiceTab } from './tabs/ServiceTab';
import { StudyTab } from './tabs/StudyTab';

const tabs = ['request', 'study', 'committee', 'service', 'contact'] as const;

export function RequestPage() {
  const { id = '' } = useParams();
  return <OneRequest key={id} id={id} />;
}

function OneRequest({ id }: { id: string }) {
  const { t, word } = useWords();
  const request = useCrm<RequestDetail>(`/requests/${encodeURIComponent(id)}`);
  const { data } = request;
  const back = useWayBack(paths.requests);
  useOpened(id);
  const service = data?.service?.name;
  const about =
    service && data.kind === 'appeal'
      ? t('request.appeal-about', { service })
      : (service ?? (data && word('kind', data.kind)));
  return (
    <PageFrame
      title={data?.applicant.name ?? t('request.title')}
      subtitle={
        data && about ? t('request.subtitle', { about, reference: data.reference }) : undefined
      }
      back={{ ...back, label: t('request.back') }}
    >
      <Show from={request} lines={12}>
        {(loaded) => <RequestBody request={loaded} reload={request.reload} />}
      </Show>
    </PageFrame>
  );
}

function RequestBody({ request, reload }: { request: RequestDetail; reload: () => void }) {
  const { t, dir } = useWords();
  const { number } = useFormats();
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const tab = tabs.find((known) => known === search.get('tab')) ?? 'request';
  const counts: Partial<Record<(typeof tabs)[number], number>> = {
    service: request.deliveries.length,
    contact: request.messages.length,
  };
  return (
    <Stack>
      <Presence request={request} reload={reload} />
      <RequestSummary request={request} reload={reload} />
      <RequestFile request={request} reload={reload} />
      <Sides>
        <Tabs.Root
          dir={dir}
          variant="simple"
          value={tab}
          onValueChange={(next) => setSearch({ tab: next }, { replace: true, state })}
        >
          <ScrollingTabs>
            <Tabs.List aria-label={t('request.tabs')}>
              {tabs.map((name) => (
                <Tabs.Trigger key={name} value={name}>
                  {counts[name]
                    ? t('inbox.view-count', {
                        view: t(`request.tab.${name}`),
                        n: number(counts[name]),
                      })
                    : t(`request.tab.${name}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </ScrollingTabs>
          <Tabs.Content value="request">
            <RequestTab request={request} reload={reload} />
          </Tabs.Content>
          <Tabs.Content value="study">
            <StudyTab request={request} reload={reload} />
          </Tabs.Content>
          <Tabs.Content value="committee">
            <CommitteeTab request={request} />
          </Tabs.Content>
          <Tabs.Content value="service">
            <ServiceTab request={request} reload={reload} />
          </Tabs.Content>
          <Tabs.Content value="contact">
            <ContactTab request={request} reload={reload} />
          </Tabs.Content>
        </Tabs.Root>
        <Timeline events={request.timeline} />
      </Sides>
    </Stack>
  );
}
