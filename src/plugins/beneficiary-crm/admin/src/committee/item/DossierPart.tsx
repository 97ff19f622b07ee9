import { Typography } from '@strapi/design-system';
import type { Dossier, HelpView } from '../../../../contracts/deliberation';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { useMeasure } from '../../delivery/useMeasure';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Empty, Show } from '../../ui/States';
import { EarlierRequests } from './EarlierRequests';
import { LimitsLeft } from './LimitsLeft';

interface Props {
  /** address of the item's commands */
  path: string;
  /** halalas that are proposed */
  amount: number | null;
}

/** What the family was given and asked for before, and what the service's limits still allow. */
export function DossierPart({ path, amount }: Props) {
  const { t } = useWords();
  const dossier = useCrm<Dossier>(`${path}/dossier`);
  return (
    <Show from={dossier}>
      {({ limits, lastYear, earlier, more }) => (
        <Stack>
          <LimitsLeft limits={limits} amount={amount} />
          <Given lastYear={lastYear} />
          <Panel title={t('dossier.earlier')}>
            {earlier.length === 0 ? (
              <Empty>{t('dossier.no-earlier')}</Empty>
            ) : (
              <EarlierRequests requests={earlier} more={more} />
            )}
          </Panel>
        </Stack>
      )}
    </Show>
  );
}

function Given({ lastYear }: { lastYear: Dossier['lastYear'] }) {
  const { t } = useWords();
  const { day } = useFormats();
  const say = useMeasure();
  return (
    <Panel title={t('dossier.given')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t('dossier.since', { day: day(lastYear.since) })}
        </Typography>
        {lastYear.given.length === 0 ? (
          <Typography tag="p">{t('dossier.nothing-given')}</Typography>
        ) : (
          <Facts
            facts={lastYear.given.map((help: HelpView, place) => ({
              key: String(place),
              label: <Bdi>{help.what}</Bdi>,
              value: (
                <>
                  {t('dossier.delivered')} <Bdi>{say(help.kind, help.delivered, help.unit)}</Bdi>
                  {help.allocated > help.delivered && (
                    <>
                      {'\n'}
                      {t('dossier.allocated')}{' '}
                      <Bdi>{say(help.kind, help.allocated, help.unit)}</Bdi>
                    </>
                  )}
                </>
              ),
            }))}
          />
        )}
      </Stack>
    </Panel>
  );
}
