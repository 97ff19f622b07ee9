import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { styled } from 'styled-components';
import { seats as seatKinds } from '../../../../contracts/vocabulary';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import type { Option } from '../../ui/Choice';
import { ClosedChoice } from '../../ui/ClosedChoice';
import { DayField } from '../../ui/DayField';
import { FieldGrid } from '../../ui/FieldGrid';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { newSeat } from './draft';
import type { SeatDraft } from './draft';

const List = styled.ol`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[4]};
  list-style: none;
  padding: 0;

  li {
    padding: ${({ theme }) => theme.spaces[4]};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;
const most = 40;

interface Props {
  seats: SeatDraft[];
  people: readonly Option[];
  change: (seats: SeatDraft[]) => void;
  errors: Record<string, string>;
}

/** Who sits on the committee, as what, and for how long. */
export function SeatsFields({ seats, people, change, errors }: Props) {
  const { t } = useWords();
  return (
    <Panel title={t('committees.seats')}>
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t('committees.seats-explained')}
        </Typography>
        {errors.seats && (
          <Typography tag="p" role="alert" textColor="danger700">
            {errors.seats}
          </Typography>
        )}
        <List>
          {seats.map((held, at) => (
            // Seats have no ids of their own: their place is what they are known by.
            <li key={at}>
              <OneSeat
                at={at}
                held={held}
                people={people}
                errors={errors}
                change={(part) =>
                  change(seats.map((one, place) => (place === at ? { ...one, ...part } : one)))
                }
                remove={() => change(seats.filter((_, place) => place !== at))}
              />
            </li>
          ))}
        </List>
        {seats.length < most && (
          <Flex>
            <Button
              type="button"
              variant="secondary"
              startIcon={<Plus aria-hidden />}
              onClick={() => change([...seats, newSeat])}
            >
              {t('committees.add-seat')}
            </Button>
          </Flex>
        )}
      </Stack>
    </Panel>
  );
}

interface SeatProps {
  at: number;
  held: SeatDraft;
  people: readonly Option[];
  errors: Record<string, string>;
  change: (part: Partial<SeatDraft>) => void;
  remove: () => void;
}

function OneSeat({ at, held, people, errors, change, remove }: SeatProps) {
  const { t, word } = useWords();
  const { number } = useFormats();
  const path = `seats.${at}`;
  const title = t('committees.seat', { n: number(at + 1) });
  return (
    <div role="group" aria-label={title}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap" paddingBottom={3}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {title}
        </Typography>
        <Button
          type="button"
          size="S"
          variant="danger-light"
          aria-label={t('committees.remove-seat', { n: number(at + 1) })}
          onClick={remove}
        >
          {t('rules.remove')}
        </Button>
      </Flex>
      <FieldGrid $least="20rem">
        <Choice
          name={`${path}.memberId`}
          label={t('committees.person')}
          required
          value={held.memberId}
          options={[...people]}
          change={(memberId) => change({ memberId })}
          error={errors[`${path}.memberId`]}
        />
        <ClosedChoice
          name={`${path}.seat`}
          label={t('committees.as')}
          value={held.seat}
          values={seatKinds}
          nameOf={(seat) => word('seat', seat)}
          change={(seat) => change({ seat })}
          error={errors[`${path}.seat`]}
        />
        <DayField
          name={`${path}.from`}
          label={t('committees.from')}
          value={held.from}
          change={(from) => change({ from })}
          error={errors[`${path}.from`]}
        />
        <DayField
          name={`${path}.until`}
          label={t('committees.until')}
          value={held.until}
          change={(until) => change({ until })}
          error={errors[`${path}.until`]}
        />
      </FieldGrid>
    </div>
  );
}
