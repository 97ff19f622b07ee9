import { Widget } from '@strapi/strapi/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

export function QuestionsWidget() {
  const { t } = useWords();
  return (
    <HomeWidget>
      {({ questionsWaiting }) =>
        questionsWaiting ? (
          <Counts
            counts={[
              {
                key: 'questions',
                label: t('home.questions-waiting'),
                n: questionsWaiting,
                to: paths.questions,
              },
            ]}
          />
        ) : (
          <Widget.NoData>{t('home.no-questions')}</Widget.NoData>
        )
      }
    </HomeWidget>
  );
}
