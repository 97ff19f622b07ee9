import { Widget } from '@strapi/strapi/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

export function VisitorsWidget() {
  const { t } = useWords();
  return (
    <HomeWidget>
      {({ visitorsWaiting, answersToTell }) =>
        visitorsWaiting || answersToTell ? (
          <Counts
            counts={[
              {
                key: 'waiting',
                label: t('home.visitors-waiting'),
                n: visitorsWaiting ?? 0,
                to: paths.reception,
              },
              {
                key: 'answers',
                label: t('home.answers-to-tell'),
                n: answersToTell ?? 0,
                to: paths.reception,
              },
            ]}
          />
        ) : (
          <Widget.NoData>{t('home.no-visitors')}</Widget.NoData>
        )
      }
    </HomeWidget>
  );
}
