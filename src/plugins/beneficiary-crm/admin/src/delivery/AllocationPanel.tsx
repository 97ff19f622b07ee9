import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { AllocationState, AllocationView, TermsView } from '../../../contracts/delivery';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Facts } from '../ui/Facts';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Tag } from '../ui/Tag';
import type { Tone } from '../ui/tones';
import { Instalments } from './Instalments';
import { useMeasure } from './useMeasure';

const tones: Record<AllocationState, Tone> = {
  proposed: 'warning',
  approved: 'success',
  refused: 'neutral',
  ended: 'neutral',
};

interface Props {
  allocation: AllocationView;
  /** what can be done with the allocation, and with what waits for an approval */
  actions?: ReactNode;
  judging?: ReactNode;
  /** what was written down against it */
  children?: ReactNode;
}

/** What is allocated: its terms, what waits for an approval, when it is due, and what was handed over. */
export function AllocationPanel({ allocation, actions, judging, children }: Props) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { kind, state, terms, proposal, refused, ended } = allocation;
  const title = (terms ?? proposal)?.what ?? word('allocation_kind', kind);
  return (
    <Panel title={title} aside={<Tag tone={tones[state]}>{word('allocation_state', state)}</Tag>}>
      <Stack>
        {terms && <Terms allocation={allocation} terms={terms} />}
        {ended && (
          <Typography tag="p">
            {t('delivery.ended-because', {
              at: dayAndTime(ended.at),
              by: ended.by ?? t('delivery.by-product'),
              reason: ended.reason,
            })}
          </Typography>
        )}
        {proposal && (
          <>
            {terms && (
              <Typography tag="h3" variant="delta">
                {t('delivery.change-waits')}
              </Typography>
            )}
            <Terms allocation={allocation} terms={proposal} />
            {proposal.mine && (
              <Typography tag="p" textColor="neutral600">
                {t('delivery.another-approves')}
              </Typography>
            )}
            {judging && (
              <Flex gap={2} wrap="wrap">
                {judging}
              </Flex>
            )}
          </>
        )}
        {refused && (
          <Typography tag="p" textColor="warning700">
            {t('delivery.refused-because', {
              by: refused.by,
              at: dayAndTime(refused.at),
              reason: refused.reason,
            })}
          </Typography>
        )}
        {allocation.instalments.length > 1 && <Instalments allocation={allocation} />}
        {children}
        {actions && (
          <Flex gap={2} wrap="wrap">
            {actions}
          </Flex>
        )}
      </Stack>
    </Panel>
  );
}

function Terms({ allocation, terms }: { allocation: AllocationView; terms: TermsView }) {
  const { t, word } = useWords();
  const { day, dayAndTime, number } = useFormats();
  const say = useMeasure();
  const { kind, net } = allocation;
  const inForce = terms.judgedBy !== null;
  const facts: [string, string | null][] = [
    ['total', say(kind, terms.total, terms.unit)],
    [
      'rhythm',
      terms.rhythm === 'once'
        ? word('rhythm', 'once')
        : t('delivery.each', {
            amount: say(kind, terms.amount, terms.unit),
            rhythm: word('rhythm', terms.rhythm),
            times: number(terms.times),
          }),
    ],
    ['starts', day(terms.startsOn)],
    ['given', inForce ? say(kind, net, terms.unit) : null],
    [
      'left',
      inForce && !allocation.ended ? say(kind, Math.max(0, terms.total - net), terms.unit) : null,
    ],
    ['pay', terms.pay && word('pay', terms.pay)],
    ['account', terms.ibanMasked && `\u2066${terms.ibanMasked}\u2069`],
    ['proposed', t('delivery.by-at', { by: terms.proposedBy, at: dayAndTime(terms.proposedAt) })],
    [
      'approved',
      terms.judgedBy && terms.judgedAt
        ? t('delivery.by-at', { by: terms.judgedBy, at: dayAndTime(terms.judgedAt) })
        : null,
    ],
  ];
  return (
    <Facts
      facts={facts.flatMap(([key, value]) =>
        value === null
          ? []
          : [{ key, label: t(`delivery.term.${key}`), value: <Bdi>{value}</Bdi> }],
      )}
    />
  );
}
