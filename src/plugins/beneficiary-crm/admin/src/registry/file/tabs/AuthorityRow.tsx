import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { AuthorityView } from '../../../../../contracts/registry';
import { useFormats } from '../../../app/formats';
import { paths } from '../../../app/paths';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { Tag } from '../../../ui/Tag';
import { Dotted } from '../../PersonLines';
import type { TabProps } from '../steps';

interface Props {
  authority: AuthorityView;
  begin: TabProps['begin'];
}

/** Who acts for the person, in what capacity, and the proof of it that somebody saw. */
export function AuthorityRow({ authority, begin }: Props) {
  const { t, word } = useWords();
  const { day, dayAndTime } = useFormats();
  const { holder, endedAt, endedReason, validFrom, validUntil } = authority;
  return (
    <>
      <div>
        <Typography tag="p">
          {holder ? (
            <Link tag={NavLink} to={paths.person(holder.id)}>
              <Bdi>{holder.name}</Bdi>
            </Link>
          ) : (
            <Bdi>{authority.holderName}</Bdi>
          )}
        </Typography>
        <Typography tag="p">
          <Dotted
            of={[
              word('authority', authority.kind),
              authority.relationship && word('relationship', authority.relationship),
              authority.holderPhone && <Bdi dir="ltr">{authority.holderPhone}</Bdi>,
            ]}
          />
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Dotted
            of={[
              word('authority_proof', authority.proof),
              authority.proofNumber && <Bdi dir="ltr">{authority.proofNumber}</Bdi>,
              authority.issuedBy && <Bdi>{authority.issuedBy}</Bdi>,
              validFrom && t('file.from', { day: day(validFrom) }),
              validUntil && t('file.until', { day: day(validUntil) }),
            ]}
          />
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('file.proof-seen-by')} <Bdi>{authority.sightedBy}</Bdi>
          {' · '}
          <Bdi>{dayAndTime(authority.sightedAt)}</Bdi>
        </Typography>
        {endedAt && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            <Dotted
              of={[
                t('file.ended-on', { day: day(endedAt) }),
                endedReason && <Bdi>{endedReason}</Bdi>,
              ]}
            />
          </Typography>
        )}
      </div>
      <Flex gap={2} wrap="wrap">
        <Tag tone={authority.valid ? 'success' : 'neutral'}>
          {t(authority.valid ? 'file.in-force' : 'file.not-in-force')}
        </Tag>
        {begin && !endedAt && (
          <Button
            size="S"
            variant="tertiary"
            aria-label={t('file.end-authority-of', {
              name: holder?.name ?? authority.holderName,
            })}
            onClick={() => begin({ kind: 'end_authority', authority })}
          >
            {t('file.end')}
          </Button>
        )}
      </Flex>
    </>
  );
}
