import { Widget } from '@strapi/strapi/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

export function NoticesWidget() {
  const { t } = useWords();
  return (
    <HomeWidget>
      {({ notices, stalled }) =>
        notices || stalled ? (
          <Counts
            counts={[
              {
                key: 'notices',
                label: t('home.notices-unread'),
                n: notices ?? 0,
                to: paths.notices,
              },
              ...(stalled === null
                ? []
                : [
                    {
                      key: 'stalled',
                      label: t('home.stalled'),
                      n: stalled,
                      to: paths.stalled,
                      urgent: true,
                    },
                  ]),
            ]}
          />
        ) : (
          <Widget.NoData>{t('home.no-notices')}</Widget.NoData>
        )
      }
    </HomeWidget>
  );
}
