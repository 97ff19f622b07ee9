import { Typography } from '@strapi/design-system';
import type { Effect } from '../../../../contracts/improvements';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Facts } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { useEffectWords } from './useEffectWords';

/** The figure before the action was opened and since it is done, and whether the difference is more than chance. */
export function EffectPanel({ effect, target }: { effect: Effect; target: number | null }) {
  const { t } = useWords();
  const { percent } = useFormats();
  const { figure, sentence } = useEffectWords();
  const { before, since } = effect;
  return (
    <Panel title={t('improvements.effect')}>
      <Stack>
        <Typography tag="p" fontWeight="bold">
          {sentence(effect)}
        </Typography>
        <Facts
          facts={[
            { key: 'before', label: t('improvements.effect.before'), value: figure(before) },
            { key: 'since', label: t('improvements.effect.since'), value: figure(since) },
          ]}
        />
        {since?.value != null && target !== null && (
          <Typography tag="p">
            {t(since.value >= target ? 'improvements.at-target' : 'improvements.below-target', {
              target: percent(target),
            })}
          </Typography>
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('improvements.effect.how')}
        </Typography>
      </Stack>
    </Panel>
  );
}
