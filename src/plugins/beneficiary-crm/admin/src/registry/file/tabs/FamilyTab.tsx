import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { HouseholdView, PersonFile } from '../../../../../contracts/registry';
import { useFormats } from '../../../app/formats';
import { paths } from '../../../app/paths';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { Panel } from '../../../ui/Panel';
import { Stack } from '../../../ui/Prose';
import { RowList } from '../../../ui/RowList';
import { Tag } from '../../../ui/Tag';
import { fileTone } from '../../../ui/tones';
import { Dotted } from '../../PersonLines';
import type { TabProps } from '../steps';
import { AuthorityRow } from './AuthorityRow';

type Member = HouseholdView['members'][number];

/** The household, who acts for this person, and for whom this person acts. */
export function FamilyTab({ file, begin }: TabProps) {
  const { t } = useWords();
  return (
    <Stack>
      <Household file={file} begin={begin} />
      <Panel
        title={t('file.authorities')}
        aside={
          begin && (
            <Button size="S" variant="secondary" onClick={() => begin({ kind: 'authority' })}>
              {t('step.authority')}
            </Button>
          )
        }
      >
        {file.authorities.length === 0 ? (
          <Typography textColor="neutral600">{t('file.no-authorities')}</Typography>
        ) : (
          <RowList items={file.authorities} idOf={({ id }) => id}>
            {(authority) => <AuthorityRow authority={authority} begin={begin} />}
          </RowList>
        )}
      </Panel>
      {file.actsFor.length > 0 && <ActsFor of={file.actsFor} />}
    </Stack>
  );
}

function Household({ file, begin }: TabProps) {
  const { t } = useWords();
  const { household } = file;
  const head = household?.head?.id === file.id;
  const actions = household
    ? (['member', ...(head ? [] : (['head'] as const)), 'leave'] as const)
    : (['household', 'join'] as const);
  return (
    <Panel
      title={household ? t('file.household', { number: household.number }) : t('file.family')}
      aside={
        begin && (
          <Flex gap={2} wrap="wrap">
            {actions.map((kind) => (
              <Button
                key={kind}
                size="S"
                variant={kind === 'member' || kind === 'household' ? 'secondary' : 'tertiary'}
                onClick={() => begin({ kind })}
              >
                {t(`step.${kind}`)}
              </Button>
            ))}
          </Flex>
        )
      }
    >
      {household ? (
        <RowList items={household.members} idOf={({ id }) => id} step={30}>
          {(member) => <MemberRow member={member} />}
        </RowList>
      ) : (
        <Typography textColor="neutral600">{t('file.no-household')}</Typography>
      )}
    </Panel>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { t, word } = useWords();
  return (
    <>
      <div>
        <Typography tag="p" fontWeight={member.me ? 'bold' : 'regular'}>
          {member.me ? (
            <Bdi>{member.name}</Bdi>
          ) : (
            <Link tag={NavLink} to={`${paths.person(member.id)}?tab=family`}>
              <Bdi>{member.name}</Bdi>
            </Link>
          )}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          <Dotted
            of={[
              word('relationship', member.relationship),
              member.age === null
                ? member.birthYear && t('registry.born', { year: String(member.birthYear) })
                : t('registry.age', { n: member.age }),
              <Bdi dir="ltr">{member.fileNumber}</Bdi>,
            ]}
          />
        </Typography>
      </div>
      <Flex gap={2} wrap="wrap">
        {member.me && <Tag tone="primary">{t('file.this-one')}</Tag>}
        {member.dependant && <Tag tone="secondary">{t('file.dependant')}</Tag>}
        {member.status !== 'active' && (
          <Tag tone={fileTone(member.status)}>{word('file_status', member.status)}</Tag>
        )}
      </Flex>
    </>
  );
}

function ActsFor({ of }: { of: PersonFile['actsFor'] }) {
  const { t, word } = useWords();
  const { day } = useFormats();
  return (
    <Panel title={t('file.acts-for')}>
      <RowList items={of} idOf={({ id, kind }) => `${id}.${kind}`}>
        {(person) => (
          <div>
            <Link tag={NavLink} to={`${paths.person(person.id)}?tab=family`}>
              <Bdi>{person.name}</Bdi>
            </Link>
            <Typography tag="p" variant="pi" textColor="neutral600">
              <Dotted
                of={[
                  word('authority', person.kind),
                  person.validUntil && t('file.until', { day: day(person.validUntil) }),
                  <Bdi dir="ltr">{person.fileNumber}</Bdi>,
                ]}
              />
            </Typography>
          </div>
        )}
      </RowList>
    </Panel>
  );
}
