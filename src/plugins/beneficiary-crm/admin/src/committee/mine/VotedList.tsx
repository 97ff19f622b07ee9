import { Flex, Typography } from '@strapi/design-system';
import type { MyCommittee } from '../../../../contracts/sessions';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { CardLink, CardList } from '../../ui/CardList';
import { Panel } from '../../ui/Panel';
import { Tag } from '../../ui/Tag';

/** Votes that may still be changed: their items are open. */
export function VotedList({ items }: { items: MyCommittee['voted'] }) {
  const { t, word } = useWords();
  if (items.length === 0) return null;
  return (
    <Panel title={t('mine.voted')}>
      <CardList aria-label={t('mine.voted')}>
        {items.map((item) => (
          <li key={item.itemId}>
            <CardLink to={paths.item(item.sessionId, item.itemId)}>
              <Flex justifyContent="space-between" gap={3} width="100%" wrap="wrap">
                <Typography>
                  {item.serviceName ?? word('kind', item.kind)}
                  {' · '}
                  <Bdi dir="ltr">{item.reference}</Bdi>
                </Typography>
                <Tag tone="secondary">{word('ballot', item.choice)}</Tag>
              </Flex>
              <Typography variant="pi" textColor="neutral600">
                {t('mine.may-change')}
              </Typography>
            </CardLink>
          </li>
        ))}
      </CardList>
    </Panel>
  );
}
