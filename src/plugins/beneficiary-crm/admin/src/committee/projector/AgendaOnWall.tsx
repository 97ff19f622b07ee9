import { styled } from 'styled-components';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import type { WallItem } from './wall';

const List = styled.ol`
  display: flex;
  flex-direction: column;
  gap: 0.3em;
  list-style: none;
  padding: 0;
  font-size: 0.8em;

  li > button {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.2em 1em;
    inline-size: 100%;
    border-color: transparent;
    font-size: 1em;
    text-align: start;
  }
  li > button[aria-current='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    font-weight: 700;
  }
  .standing {
    color: ${({ theme }) => theme.colors.neutral700};
  }
`;

interface Props {
  items: WallItem[];
  shown: string | null;
  choose: (id: string) => void;
}

/** The whole agenda by its references; a click holds one on the wall. */
export function AgendaOnWall({ items, shown, choose }: Props) {
  const { t, word } = useWords();
  const { number } = useFormats();
  return (
    <nav aria-label={t('session.agenda')}>
      <List>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" aria-current={item.id === shown} onClick={() => choose(item.id)}>
              <span>
                {t('session.item', { n: number(item.position) })}{' '}
                <bdi dir="ltr">{item.reference}</bdi>
              </span>
              <span className="standing">
                {item.outcome ? word('outcome', item.outcome) : word('item', item.status)}
              </span>
            </button>
          </li>
        ))}
      </List>
    </nav>
  );
}
