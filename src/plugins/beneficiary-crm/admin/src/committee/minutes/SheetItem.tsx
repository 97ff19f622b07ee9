import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { MinutesItem } from '../../../../contracts/minutes';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Prose } from '../../ui/Prose';
import { Reference } from '../../ui/Reference';
import { Tag } from '../../ui/Tag';
import { itemTone } from '../../ui/tones';
import { People } from './People';

const Item = styled.li`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[2]};
  padding-block-start: ${({ theme }) => theme.spaces[4]};
  border-block-start: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

interface LineProps {
  label: string;
  children: ReactNode;
}
const Line = ({ label, children }: LineProps) => (
  <div>
    <Typography tag="h5" variant="pi" fontWeight="bold" textColor="neutral600">
      {label}
    </Typography>
    {children}
  </div>
);

/** One item of the minutes: what was proposed, the result in words, who stood aside and who had a reservation. */
export function SheetItem({ item }: { item: MinutesItem }) {
  const { t, word } = useWords();
  const { number } = useFormats();
  return (
    <Item>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Typography tag="h4" fontWeight="bold">
          {t('session.item', { n: number(item.position) })} <Bdi>{item.applicantName}</Bdi>
        </Typography>
        <Tag tone={item.outcome === 'rejected' ? 'danger' : itemTone(item.status)}>
          {item.outcome ? word('outcome', item.outcome) : word('item', item.status)}
        </Tag>
      </Flex>
      <Typography tag="p" textColor="neutral600">
        {item.serviceName ?? word('kind', item.kind)}
        {' · '}
        <Reference>{item.reference}</Reference>
      </Typography>
      {item.motion && (
        <Line label={t('minutes.motion')}>
          <Prose>{item.motion}</Prose>
        </Line>
      )}
      {item.summary && (
        <Line label={t('minutes.summary')}>
          <Prose>{item.summary}</Prose>
        </Line>
      )}
      {item.result.length > 0 && (
        <Line label={t('minutes.result')}>
          {item.result.map((sentence) => (
            <Prose key={sentence}>{sentence}</Prose>
          ))}
        </Line>
      )}
      {item.votes.length > 0 && (
        <Line label={t('minutes.votes')}>
          <People people={item.votes} after={({ choice }) => `: ${word('ballot', choice)}`} />
        </Line>
      )}
      {item.decision && (
        <Line label={t('minutes.decision')}>
          <Prose>{item.decision}</Prose>
        </Line>
      )}
      {item.reservations.length > 0 && (
        <Line label={t('minutes.reservations')}>
          <People
            people={item.reservations}
            after={({ text }) => (
              <>
                {': '}
                <Bdi>{text}</Bdi>
              </>
            )}
          />
        </Line>
      )}
      {item.voided.length > 0 && (
        <Line label={t('minutes.voided')}>
          <People
            people={item.voided}
            after={({ reason }) => (
              <>
                {': '}
                <Bdi>{reason}</Bdi>
              </>
            )}
          />
        </Line>
      )}
      {item.missing.length > 0 && (
        <Line label={t('minutes.missing')}>
          {item.missing.map((text) => (
            <Prose key={text}>{text}</Prose>
          ))}
        </Line>
      )}
      {item.recusals.length > 0 && (
        <Line label={t('minutes.recusals')}>
          <People people={item.recusals} after={({ ground }) => `: ${word('ground', ground)}`} />
        </Line>
      )}
      {item.excluded.length > 0 && (
        <Line label={t('members.excluded')}>
          <People people={item.excluded} />
        </Line>
      )}
      {item.away.length > 0 && (
        <Line label={t('minutes.away')}>
          <People people={item.away} />
        </Line>
      )}
    </Item>
  );
}
