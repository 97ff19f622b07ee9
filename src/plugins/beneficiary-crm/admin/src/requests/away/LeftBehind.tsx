import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Colleagues } from '../../../../contracts/queue';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { RowList } from '../../ui/RowList';

interface Props {
  colleagues: Colleagues;
  /** asks to hand over what is in a person's hands */
  hand: (person: number) => void;
}

/** Open requests in the hands of people who can work on them no more: nobody will notice them otherwise. */
export function LeftBehind({ colleagues, hand }: Props) {
  const { t } = useWords();
  const gone = colleagues.people.filter(({ state, open }) => state === 'gone' && open > 0);
  if (gone.length === 0) return null;
  return (
    <Panel title={t('away.left-behind')}>
      <Typography tag="p" textColor="warning700">
        {t('away.left-behind-explained')}
      </Typography>
      <RowList items={gone} idOf={({ id }) => String(id)}>
        {({ id, name, open }) => (
          <>
            <Flex direction="column" alignItems="start" gap={1}>
              <Typography fontWeight="bold">
                <Bdi>{name}</Bdi>
              </Typography>
              <Link tag={NavLink} to={paths.requestsOf(id)}>
                {t('assign.open', { n: open })}
              </Link>
            </Flex>
            {colleagues.mayAssign && (
              <Button variant="secondary" onClick={() => hand(id)}>
                {t('handover.title')}
              </Button>
            )}
          </>
        )}
      </RowList>
    </Panel>
  );
}
