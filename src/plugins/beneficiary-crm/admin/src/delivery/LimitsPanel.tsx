import { Typography } from '@strapi/design-system';
import type { LimitView } from '../../../contracts/delivery';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { LimitFacts } from './LimitFacts';

/** What is left of the service's budget and places, beside what is to be approved. */
export function LimitsPanel({ limits }: { limits: LimitView[] }) {
  const { t } = useWords();
  const { money, number } = useFormats();
  if (limits.length === 0) return null;
  return (
    <Panel title={t('limit.of-service')}>
      <Stack>
        {limits.map((limit) => (
          <Stack key={limit.period}>
            <Typography tag="h3" variant="omega" fontWeight="bold">
              {limit.period === 'open' ? t('limit.open') : t('limit.year', { year: limit.period })}
            </Typography>
            {limit.budget && <LimitFacts sums={limit.budget} say={(n) => money(n / 100)} />}
            {limit.places && <LimitFacts sums={limit.places} say={number} />}
          </Stack>
        ))}
      </Stack>
    </Panel>
  );
}
