import { Typography } from '@strapi/design-system';
import type { VisitDetail } from '../../../contracts/reception';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { useLive } from '../app/useLive';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Facts } from '../ui/Facts';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { Tag } from '../ui/Tag';
import { visitTone } from '../ui/tones';
import { Interactions } from './Interactions';
import { QuestionCard } from './QuestionCard';
import { VisitActions } from './VisitActions';
import { VisitorFile } from './VisitorFile';

/** One visit: who it is, what can be done, what was said and asked. */
export function VisitPanel({ id, changed }: { id: string; changed: () => void }) {
  const visit = useCrm<VisitDetail>(`/visits/${encodeURIComponent(id)}`);
  const { reload } = visit;
  useLive(reload);
  const again = () => {
    reload();
    changed();
  };
  return <Show from={visit}>{(loaded) => <Visit visit={loaded} reload={again} />}</Show>;
}

export interface VisitProps {
  visit: VisitDetail;
  reload: () => void;
}

function Visit({ visit, reload }: VisitProps) {
  const { t, word } = useWords();
  return (
    <Stack>
      <Panel
        title={visit.name}
        aside={<Tag tone={visitTone(visit.state)}>{word('visit_state', visit.state)}</Tag>}
      >
        <Stack>
          <VisitFacts visit={visit} />
          <VisitorFile visit={visit} reload={reload} />
          <VisitActions visit={visit} reload={reload} />
        </Stack>
      </Panel>
      {visit.passedOn.length > 0 && (
        <Panel title={t('visit.passed-on')}>
          <Stack>
            {visit.passedOn.map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                inVisit={visit.channel}
                reload={reload}
              />
            ))}
          </Stack>
        </Panel>
      )}
      <Panel title={t('visit.said')}>
        {visit.interactions.length === 0 ? (
          <Typography tag="p" textColor="neutral600">
            {t('visit.nothing-said')}
          </Typography>
        ) : (
          <Interactions interactions={visit.interactions} />
        )}
      </Panel>
    </Stack>
  );
}

function VisitFacts({ visit }: { visit: VisitDetail }) {
  const { t, word } = useWords();
  const { time } = useFormats();
  const facts = [
    { key: 'reason', value: word('visit_reason', visit.reason) },
    { key: 'arrived', value: time(visit.arrivedAt) },
    ...(visit.phone ? [{ key: 'phone', value: <Bdi dir="ltr">{visit.phone}</Bdi> }] : []),
    ...(visit.servedBy ? [{ key: 'served-by', value: <Bdi>{visit.servedBy}</Bdi> }] : []),
    ...(visit.branch ? [{ key: 'branch', value: <Bdi>{visit.branch.name}</Bdi> }] : []),
  ];
  return <Facts facts={facts.map((fact) => ({ ...fact, label: t(`visit.fact.${fact.key}`) }))} />;
}
