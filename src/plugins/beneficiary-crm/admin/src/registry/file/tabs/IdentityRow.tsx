import { Button, Flex, Typography } from '@strapi/design-system';
import type { PersonFile } from '../../../../../contracts/registry';
import { useFormats } from '../../../app/formats';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { Tag } from '../../../ui/Tag';
import { identityTone } from '../../../ui/tones';
import { Dotted } from '../../PersonLines';
import type { TabProps } from '../steps';

interface Props {
  identity: PersonFile['identities'][number];
  begin: TabProps['begin'];
}

/** An identity document: its end, how it stands, and each time that somebody saw it. */
export function IdentityRow({ identity, begin }: Props) {
  const { t, word } = useWords();
  const { day, hijri, dayAndTime } = useFormats();
  const { issuedOn, expiresOn, issuingPlace, sightings } = identity;
  const type = word('identity', identity.type);
  return (
    <>
      <div>
        <Typography tag="p" fontWeight="bold">
          {type} <Bdi dir="ltr">{identity.masked}</Bdi>
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Dotted
            of={[
              issuingPlace && <Bdi>{issuingPlace}</Bdi>,
              issuedOn && t('file.issued', { day: day(issuedOn) }),
              expiresOn &&
                t('file.expires', {
                  day: t('common.both-dates', { day: day(expiresOn), hijri: hijri(expiresOn) }),
                }),
            ]}
          />
        </Typography>
        {identity.note && (
          <Typography tag="p">
            <Bdi>{identity.note}</Bdi>
          </Typography>
        )}
        {sightings.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="start" gap={1} paddingTop={2}>
            {sightings.map((sighting) => (
              <Typography key={sighting.at} tag="li" variant="pi" textColor="neutral600">
                <Dotted
                  of={[
                    t('file.seen-by', { name: sighting.by }),
                    word('sighted', sighting.how),
                    <Bdi>{dayAndTime(sighting.at)}</Bdi>,
                    word('identity-state', sighting.state),
                    sighting.reference && <Bdi dir="ltr">{sighting.reference}</Bdi>,
                    sighting.note && <Bdi>{sighting.note}</Bdi>,
                  ]}
                />
              </Typography>
            ))}
          </Flex>
        )}
      </div>
      <Flex gap={2} wrap="wrap">
        <Tag tone={identityTone(identity.state)}>{word('identity-state', identity.state)}</Tag>
        {begin && (
          <Button
            size="S"
            variant="tertiary"
            aria-label={t('file.sight-again', { type })}
            onClick={() => begin({ kind: 'sighting', identity: identity.id })}
          >
            {t('file.sight')}
          </Button>
        )}
      </Flex>
    </>
  );
}
