import { Flex, TextButton, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../app/words';
import { PlainDialog } from '../../ui/PlainDialog';

const Keys = styled.dl`
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[3]} ${({ theme }) => theme.spaces[5]};
  align-items: center;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: 1.7;
  color: ${({ theme }) => theme.colors.neutral800};

  kbd {
    display: inline-block;
    min-inline-size: 3.2rem;
    padding: ${({ theme }) => theme.spaces[1]} ${({ theme }) => theme.spaces[2]};
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral100};
    text-align: center;
    font-family: inherit;
  }
`;

/** The keys as they stand on the keyboard: with the Latin sign, and what the same key writes in Arabic. */
const shown = {
  next: ['J ت', '↓'],
  previous: ['K ن', '↑'],
  open: ['Enter ⏎'],
  select: ['X ء'],
  assign: ['A ش'],
  search: ['/ ظ'],
  beside: ['→', '←'],
  help: ['?'],
} as const;
type Shown = keyof typeof shown;

const ofList: readonly Shown[] = ['next', 'previous', 'open', 'select', 'assign', 'search', 'help'];
const ofBoard: readonly Shown[] = ['next', 'previous', 'beside', 'open', 'search', 'help'];

interface Props {
  board: boolean;
  close: () => void;
}

/** What the keyboard can do here. */
export function KeysDialog({ board, close }: Props) {
  const { t } = useWords();
  return (
    <PlainDialog title={t('keys.title')} close={close}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Keys>
          {(board ? ofBoard : ofList).map((key) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <Flex tag="span" gap={2}>
                  {shown[key].map((sign) => (
                    <kbd key={sign} dir="ltr">
                      {sign}
                    </kbd>
                  ))}
                </Flex>
              </dt>
              <dd>{t(board && key === 'next' ? 'keys.next-card' : `keys.${key}`)}</dd>
            </div>
          ))}
        </Keys>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('keys.note')}
        </Typography>
      </Flex>
    </PlainDialog>
  );
}

/** Tells those with a keyboard that there are keys. */
export function KeysHint({ show }: { show: () => void }) {
  const { t } = useWords();
  return (
    <Flex justifyContent="center">
      <TextButton onClick={show}>{t('keys.hint')}</TextButton>
    </Flex>
  );
}
