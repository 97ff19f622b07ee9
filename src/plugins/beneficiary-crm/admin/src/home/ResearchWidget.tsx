import { Widget } from '@strapi/strapi/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

/** What waits for social research (S3), and what the reader has begun. */
export function ResearchWidget() {
  const { t } = useWords();
  const to = `${paths.requests}?status=social_research`;
  return (
    <HomeWidget>
      {({ research }) =>
        research?.referrals ? (
          <Counts
            counts={[
              {
                key: 'referrals',
                label: t('home.referrals-waiting'),
                n: research.referrals,
                to,
              },
              { key: 'drafts', label: t('home.my-drafts'), n: research.drafts, to },
            ]}
          />
        ) : (
          <Widget.NoData>{t('home.no-referrals')}</Widget.NoData>
        )
      }
    </HomeWidget>
  );
}
