import { Flex, Typography } from '@strapi/design-system';
import type { VisitRow } from '../../../contracts/reception';
import type { VisitState } from '../../../contracts/vocabulary';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { CardLink, CardList } from '../ui/CardList';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Tag } from '../ui/Tag';
import { visitTone } from '../ui/tones';

const groups: readonly { key: string; states: readonly VisitState[] }[] = [
  { key: 'arrived', states: ['arrived'] },
  { key: 'being_served', states: ['being_served'] },
  { key: 'ended', states: ['served', 'left'] },
];

/** The day's visitors as they stand: who waits, who is served, who has gone; each in order of arrival. */
export function VisitGroups({ rows, selected }: { rows: VisitRow[]; selected?: string }) {
  const { t } = useWords();
  const { number } = useFormats();
  return (
    <Stack>
      {groups.map(({ key, states }) => {
        const inGroup = rows.filter(({ state }) => states.includes(state));
        return (
          <Panel
            key={key}
            title={t('reception.group-count', {
              group: t(`reception.group.${key}`),
              n: number(inGroup.length),
            })}
          >
            {inGroup.length === 0 ? (
              <Typography tag="p" textColor="neutral600">
                {t(`reception.empty.${key}`)}
              </Typography>
            ) : (
              <CardList aria-label={t(`reception.group.${key}`)}>
                {inGroup.map((row) => (
                  <li key={row.id}>
                    <VisitCard row={row} selected={row.id === selected} />
                  </li>
                ))}
              </CardList>
            )}
          </Panel>
        );
      })}
    </Stack>
  );
}

function VisitCard({ row, selected }: { row: VisitRow; selected: boolean }) {
  const { t, word } = useWords();
  const { time, number } = useFormats();
  const { open, answered } = row.questions;
  return (
    <CardLink to={paths.visit(row.id)} aria-current={selected ? 'true' : undefined}>
      <Flex justifyContent="space-between" gap={3} width="100%" alignItems="start" wrap="wrap">
        <Typography fontWeight="bold">
          <Bdi>{row.name}</Bdi>
        </Typography>
        <Flex gap={2} wrap="wrap">
          {answered > 0 && (
            <Tag tone="warning">
              {t('reception.answers-here', { n: answered, count: number(answered) })}
            </Tag>
          )}
          {open > 0 && answered === 0 && <Tag tone="secondary">{t('reception.asked')}</Tag>}
          {row.state === 'left' && (
            <Tag tone={visitTone(row.state)}>{word('visit_state', row.state)}</Tag>
          )}
        </Flex>
      </Flex>
      <Typography textColor="neutral600">
        {word('visit_reason', row.reason)}
        {' · '}
        {t('reception.arrived-at', { time: time(row.arrivedAt) })}
        {row.branch && (
          <>
            {' · '}
            <Bdi>{row.branch.name}</Bdi>
          </>
        )}
      </Typography>
      {row.state === 'being_served' && row.servedBy && (
        <Typography variant="pi" textColor="neutral600">
          {t('reception.served-by')} <Bdi>{row.servedBy}</Bdi>
        </Typography>
      )}
    </CardLink>
  );
}
