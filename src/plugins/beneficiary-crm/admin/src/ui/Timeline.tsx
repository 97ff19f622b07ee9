import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from './Bdi';
import { Panel } from './Panel';

const Line = styled.ol`
  list-style: none;
  padding: 0;
  padding-inline-start: ${({ theme }) => theme.spaces[4]};
  border-inline-start: 2px solid ${({ theme }) => theme.colors.neutral200};
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[5]};

  li {
    position: relative;
    overflow-wrap: anywhere;
  }
  li::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(-1 * ${({ theme }) => theme.spaces[4]} - 6px);
    inset-block-start: 0.6rem;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: ${({ theme }) => theme.colors.primary600};
  }
`;

export interface TimelineEvent {
  seq: number;
  at: string;
  text: string;
  actor: string;
  detail: string | null;
}

/** Everything that happened to a request or a person's file, newest first. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const newestFirst = [...events].sort((a, b) => b.seq - a.seq);
  return (
    <Panel title={t('timeline.title')}>
      <Line>
        {newestFirst.map((event) => (
          <li key={event.seq}>
            <Typography tag="p">{event.text}</Typography>
            {event.detail && (
              <Typography tag="p" textColor="neutral600">
                <Bdi>{event.detail}</Bdi>
              </Typography>
            )}
            <Typography tag="p" variant="pi" textColor="neutral600">
              <Bdi>{event.actor}</Bdi>
              {' · '}
              <Bdi>{dayAndTime(event.at)}</Bdi>
            </Typography>
          </li>
        ))}
      </Line>
    </Panel>
  );
}
