import { Tabs } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import type { PersonFile, RegistryChoices } from '../../../../contracts/registry';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useOpened, useWayBack } from '../../app/returning';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { ScrollingTabs } from '../../ui/ScrollingTabs';
import { Sides } from '../../ui/Sides';
import { Show } from '../../ui/States';
import { Timeline } from '../../ui/Timeline';
import { useRegistryChoices } from '../useRegistryChoices';
import { FileSummary } from './FileSummary';
import { StepDialog } from './StepDialog';
import type { Step, TabProps } from './steps';
import { Warnings } from './Warnings';
import { fileTabs } from './warnings';
import type { FileTab } from './warnings';
import { ConsentsTab } from './tabs/ConsentsTab';
import { DealingsTab } from './tabs/DealingsTab';
import { FamilyTab } from './tabs/FamilyTab';
import { MergedTab } from './tabs/MergedTab';
import { PapersTab } from './tabs/PapersTab';
import { RequestsTab } from './tabs/RequestsTab';
import { WhoTab } from './tabs/WhoTab';

const contents: Record<FileTab, ComponentType<TabProps>> = {
  file: WhoTab,
  family: FamilyTab,
  documents: PapersTab,
  requests: RequestsTab,
  contact: DealingsTab,
  consents: ConsentsTab,
  merged: MergedTab,
};

const countOf: Record<FileTab, (file: PersonFile) => number> = {
  file: () => 0,
  family: ({ household }) => household?.members.length ?? 0,
  documents: ({ documents }) => documents.length,
  requests: ({ requests }) => requests.length,
  contact: ({ interactions }) => interactions.length,
  consents: ({ consents }) => consents.length,
  merged: ({ merged }) => merged.length,
};

export function FilePage() {
  const { id = '' } = useParams();
  return <OneFile key={id} id={id} />;
}

function OneFile({ id }: { id: string }) {
  const { t } = useWords();
  const file = useCrm<PersonFile>(`/beneficiaries/${encodeURIComponent(id)}`);
  const choices = useRegistryChoices();
  const back = useWayBack(paths.registry);
  useOpened(id);
  return (
    <PageFrame
      title={file.data?.name ?? t('file.title')}
      subtitle={file.data ? t('file.subtitle', { number: file.data.fileNumber }) : undefined}
      back={{ ...back, label: t('registry.back') }}
    >
      <Show from={file} lines={12}>
        {(loaded) => <FileBody file={loaded} choices={choices} reload={file.reload} />}
      </Show>
    </PageFrame>
  );
}

interface BodyProps {
  file: PersonFile;
  choices: RegistryChoices | null;
  reload: () => void;
}

function FileBody({ file, choices, reload }: BodyProps) {
  const { t, dir } = useWords();
  const { number } = useFormats();
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const [step, setStep] = useState<Step | null>(null);
  const shown = fileTabs.filter((name) => name !== 'merged' || file.merged.length > 0);
  const tab = shown.find((known) => known === search.get('tab')) ?? 'file';
  const begin = file.may.change ? setStep : null;
  const place = useRef<HTMLDivElement>(null);
  const seen = useRef(file.version);
  // What was ended or removed takes its button along: the focus stays in the part of the file, not nowhere.
  // A page that has just opened begins at its beginning.
  useEffect(() => {
    if (seen.current === file.version) return;
    seen.current = file.version;
    if (document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>('[role="tabpanel"][data-state="active"]')?.focus();
  }, [file.version]);
  return (
    <Stack>
      <Warnings file={file} expiryDays={choices?.expiryDays ?? 0} />
      <FileSummary file={file} begin={begin} />
      <Sides ref={place}>
        <Tabs.Root
          dir={dir}
          variant="simple"
          value={tab}
          onValueChange={(next) => setSearch({ tab: next }, { replace: true, state })}
        >
          <ScrollingTabs>
            <Tabs.List aria-label={t('file.tabs')}>
              {shown.map((name) => {
                const count = countOf[name](file);
                const view = t(`file.tab.${name}`);
                return (
                  <Tabs.Trigger key={name} value={name}>
                    {count ? t('inbox.view-count', { view, n: number(count) }) : view}
                  </Tabs.Trigger>
                );
              })}
            </Tabs.List>
          </ScrollingTabs>
          {shown.map((name) => {
            const Content = contents[name];
            return (
              <Tabs.Content key={name} value={name}>
                <Content file={file} begin={begin} />
              </Tabs.Content>
            );
          })}
        </Tabs.Root>
        <Timeline events={file.timeline} />
      </Sides>
      {step && (
        <StepDialog
          step={step}
          file={file}
          choices={choices}
          close={() => setStep(null)}
          reload={reload}
        />
      )}
    </Stack>
  );
}
