import { Flex, Typography } from '@strapi/design-system';
import type { ImprovementDetail } from '../../../../contracts/improvements';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';
import type { Tone } from '../../ui/tones';

const tones: Record<ImprovementDetail['state'], Tone> = {
  open: 'secondary',
  done: 'success',
  published: 'success',
  dropped: 'neutral',
};

export function ImprovementFacts({ improvement }: { improvement: ImprovementDetail }) {
  const { t, word } = useWords();
  const { day, percent } = useFormats();
  const { state, source, owner, dueOn, doneOn, late, theme, target, droppedReason, openedAt } =
    improvement;
  const facts = [
    { key: 'owner', value: owner ? <Bdi>{owner.name}</Bdi> : t('improvements.unowned') },
    { key: 'source', value: word('improvement_source', source) },
    ...(openedAt ? [{ key: 'opened', value: day(openedAt) }] : []),
    ...(dueOn ? [{ key: 'due', value: day(dueOn) }] : []),
    ...(doneOn ? [{ key: 'done', value: day(doneOn) }] : []),
    ...(theme
      ? [
          {
            key: 'theme',
            value: theme.serviceName
              ? t('improvements.theme-of', { question: theme.label, service: theme.serviceName })
              : theme.label,
          },
        ]
      : []),
    ...(target === null ? [] : [{ key: 'target', value: percent(target) }]),
  ];
  return (
    <Panel
      title={t('improvements.facts')}
      aside={
        <Flex gap={2}>
          {late && <Tag tone="danger">{t('improvements.late')}</Tag>}
          <Tag tone={tones[state]}>{word('improvement_state', state)}</Tag>
        </Flex>
      }
    >
      <Stack>
        <Facts
          compact
          facts={facts.map(({ key, value }) => ({
            key,
            label: t(`improvements.fact.${key}`),
            value,
          }))}
        />
        {droppedReason && (
          <Typography tag="p">
            <Bdi>{t('improvements.dropped-because', { reason: droppedReason })}</Bdi>
          </Typography>
        )}
      </Stack>
    </Panel>
  );
}
