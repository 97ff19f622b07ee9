import { Widget } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { HomeWidget } from './HomeWidget';

export function SatisfactionWidget() {
  const { t } = useWords();
  const { percent } = useFormats();
  return (
    <HomeWidget>
      {({ csat }) =>
        csat === null || csat.value === null ? (
          <Widget.NoData>
            {t(csat?.withheld ? 'figures.withheld' : 'figures.no-data')}
          </Widget.NoData>
        ) : (
          <Flex direction="column" alignItems="start" gap={2} padding={3}>
            <Typography variant="alpha" tag="p">
              {percent(csat.value)}
            </Typography>
            <Typography tag="p" textColor="neutral600">
              {t('home.csat', {
                n: csat.n,
                low: percent(csat.low ?? csat.value),
                high: percent(csat.high ?? csat.value),
              })}
            </Typography>
          </Flex>
        )
      }
    </HomeWidget>
  );
}
