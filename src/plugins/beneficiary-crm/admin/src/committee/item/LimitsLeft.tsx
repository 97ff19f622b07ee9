import { Typography } from '@strapi/design-system';
import type { Dossier } from '../../../../contracts/deliberation';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { LimitFacts } from '../../delivery/LimitFacts';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';

interface Props {
  limits: Dossier['limits'];
  /** halalas that are proposed */
  amount: number | null;
}

/** What the service's budget still allows, said first where the motion goes beyond it. */
export function LimitsLeft({ limits, amount }: Props) {
  const { t } = useWords();
  const { money, number } = useFormats();
  const riyals = (halalas: number) => money(halalas / 100);
  return (
    <Panel title={t('dossier.limits')}>
      <Stack>
        {limits.length === 0 && <Typography tag="p">{t('dossier.no-limits')}</Typography>}
        {limits.map(({ serviceName, period, budget, places }) => (
          <Stack key={`${serviceName}.${period}`}>
            <Typography tag="h3" variant="omega" fontWeight="bold">
              <Bdi>
                {t('limit.named', {
                  service: serviceName,
                  period: period === 'open' ? t('limit.open') : t('limit.year', { year: period }),
                })}
              </Bdi>
            </Typography>
            {budget && amount !== null && amount > budget.left && (
              <Typography tag="p" fontWeight="bold" textColor="warning700">
                {t('dossier.beyond', { amount: riyals(amount), left: riyals(budget.left) })}
              </Typography>
            )}
            {budget && <LimitFacts sums={budget} say={riyals} />}
            {places && <LimitFacts sums={places} say={number} />}
          </Stack>
        ))}
      </Stack>
    </Panel>
  );
}
