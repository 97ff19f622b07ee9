import { Widget } from '@strapi/strapi/admin';
import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

export function MessagesWidget() {
  const { t } = useWords();
  return (
    <HomeWidget>
      {({ failedMessages }) =>
        failedMessages ? (
          <Counts
            counts={[
              {
                key: 'failed',
                label: t('home.messages-failed'),
                n: failedMessages,
                to: `${paths.messages}?view=failed`,
                urgent: true,
              },
            ]}
          />
        ) : (
          <Widget.NoData>{t('home.no-failed')}</Widget.NoData>
        )
      }
    </HomeWidget>
  );
}
