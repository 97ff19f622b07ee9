import { Widget } from '@strapi/strapi/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

export function PapersWidget() {
  const { t } = useWords();
  return (
    <HomeWidget>
      {({ expiring }) =>
        expiring ? (
          <Counts
            counts={[
              {
                key: 'expiring',
                label: t('home.papers-expiring'),
                n: expiring,
                to: `${paths.registry}?expiring=yes`,
              },
            ]}
          />
        ) : (
          <Widget.NoData>{t('home.no-papers')}</Widget.NoData>
        )
      }
    </HomeWidget>
  );
}
