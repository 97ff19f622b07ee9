import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock } from '@strapi/icons';
import type { MinutesView } from '../../../../contracts/minutes';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';

/** Who has signed this version, and for whom one still waits. */
export function Signatures({ minutes }: { minutes: MinutesView }) {
  const { t, word } = useWords();
  const { number, time } = useFormats();
  const { signatures, state } = minutes;
  if (state === 'draft' || signatures.length === 0) return null;
  const signed = signatures.filter(({ signedAt }) => signedAt !== null).length;
  return (
    <Panel title={t('minutes.signatures')}>
      <Stack>
        <Typography tag="p">
          {t('minutes.signed-of', { signed: number(signed), of: number(signatures.length) })}
        </Typography>
        <Stack as="ul" style={{ listStyle: 'none', padding: 0 }}>
          {signatures.map((one) => (
            <Flex key={one.memberId} tag="li" gap={2} alignItems="start">
              {one.signedAt ? (
                <CheckCircle aria-hidden width="2rem" height="2rem" fill="success600" />
              ) : (
                <Clock aria-hidden width="2rem" height="2rem" fill="neutral500" />
              )}
              <div>
                <Typography tag="p" fontWeight={one.me ? 'bold' : 'regular'}>
                  <Bdi>{one.name}</Bdi> ({word('seat', one.seat)})
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {one.dates && one.signedAt ? (
                    <>
                      <Bdi>
                        {t('common.both-dates', {
                          day: one.dates.gregorian,
                          hijri: one.dates.hijri,
                        })}
                      </Bdi>
                      {' · '}
                      <Bdi>{time(one.signedAt)}</Bdi>
                    </>
                  ) : (
                    t('minutes.not-signed')
                  )}
                </Typography>
                {one.without.length > 0 && (
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {t('minutes.without', {
                      n: one.without.length,
                      items: one.without
                        .map((position) => number(position))
                        .join(t('common.comma')),
                    })}
                  </Typography>
                )}
              </div>
            </Flex>
          ))}
        </Stack>
      </Stack>
    </Panel>
  );
}
