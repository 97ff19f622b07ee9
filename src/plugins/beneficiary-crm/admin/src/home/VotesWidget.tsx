import { Widget } from '@strapi/strapi/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

export function VotesWidget() {
  const { t } = useWords();
  return (
    <HomeWidget>
      {({ needsMyVote }) =>
        needsMyVote ? (
          <Counts
            counts={[
              { key: 'votes', label: t('home.votes-waiting'), n: needsMyVote, to: paths.committee },
            ]}
          />
        ) : (
          <Widget.NoData>{t('home.no-votes')}</Widget.NoData>
        )
      }
    </HomeWidget>
  );
}
