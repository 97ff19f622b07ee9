import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { MinutesView } from '../../../../contracts/minutes';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Prose, Stack } from '../../ui/Prose';
import { useSessionWords } from '../sessions/useSessionWords';
import { People } from './People';
import { SheetItem } from './SheetItem';

/** A page to be read through: its parts one under the other, in a comfortable measure. */
const Page = styled.article`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[6]};
  max-inline-size: 90ch;
  line-height: 1.8;
  overflow-wrap: anywhere;
`;

interface PartProps {
  title: string;
  children: ReactNode;
}
const Part = ({ title, children }: PartProps) => (
  <section>
    <Typography tag="h3" variant="delta" paddingBottom={2}>
      {title}
    </Typography>
    {children}
  </section>
);

/** The minutes as they are read and signed. */
export function Sheet({ minutes }: { minutes: MinutesView }) {
  const { t } = useWords();
  const words = useSessionWords();
  const { session } = minutes;
  return (
    <Page>
      <header>
        <Typography tag="p">
          <Bdi>{minutes.association}</Bdi>
        </Typography>
        <Typography tag="p" variant="beta">
          {t('minutes.heading', {
            session: words.title(session),
            committee: session.committeeName,
          })}
        </Typography>
        <Typography tag="p">
          <Bdi>{words.day(session)}</Bdi>
          {words.details(session).map((part) => (
            <span key={part}>
              {' · '}
              <Bdi>{part}</Bdi>
            </span>
          ))}
        </Typography>
      </header>
      {minutes.opening && (
        <Part title={t('minutes.opening')}>
          <Prose>{minutes.opening}</Prose>
        </Part>
      )}
      <Part title={t('minutes.present')}>
        <People people={minutes.present} none={t('minutes.nobody')} />
      </Part>
      {minutes.absent.length > 0 && (
        <Part title={t('minutes.absent')}>
          <People people={minutes.absent} />
        </Part>
      )}
      {minutes.apologies.length > 0 && (
        <Part title={t('minutes.apologies')}>
          <People
            people={minutes.apologies}
            after={({ reason }) =>
              reason && (
                <>
                  {': '}
                  <Bdi>{reason}</Bdi>
                </>
              )
            }
          />
        </Part>
      )}
      <Part title={t('rule.title')}>
        <Prose>{minutes.rulesInWords}</Prose>
      </Part>
      <Part title={t('minutes.items')}>
        <Stack as="ol" style={{ listStyle: 'none', padding: 0 }}>
          {minutes.items.map((item) => (
            <SheetItem key={item.id} item={item} />
          ))}
        </Stack>
      </Part>
      {minutes.closing && (
        <Part title={t('minutes.closing')}>
          <Prose>{minutes.closing}</Prose>
        </Part>
      )}
    </Page>
  );
}
