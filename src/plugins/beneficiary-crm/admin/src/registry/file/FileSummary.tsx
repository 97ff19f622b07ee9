import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { useFormats } from '../../app/formats';
import { Bdi } from '../../ui/Bdi';
import { Tag } from '../../ui/Tag';
import { fileTone, identityTone } from '../../ui/tones';
import { Dotted } from '../PersonLines';
import type { TabProps } from './steps';

/** Who this is in two lines, how the file stands and what follows from it, and what is done most. */
export function FileSummary({ file, begin }: TabProps) {
  const { t, word } = useWords();
  const { day } = useFormats();
  const phone = file.contacts.find(({ preferred }) => preferred) ?? file.contacts[0];
  const [identity] = file.identities;

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
      <Flex justifyContent="space-between" gap={5} wrap="wrap" alignItems="start">
        <Flex direction="column" alignItems="start" gap={3} flex="1 1 36rem">
          <Flex gap={2} wrap="wrap">
            <Tag tone={fileTone(file.status)}>{word('file_status', file.status)}</Tag>
            <Tag tone={identity ? identityTone(identity.state) : 'neutral'}>
              {t('file.identity', {
                state: identity
                  ? word('identity-state', identity.state)
                  : t('applicant.no-identity'),
              })}
            </Tag>
            {file.categories.map(({ slug, name }) => (
              <Tag key={slug} tone="secondary">
                {name}
              </Tag>
            ))}
          </Flex>
          <Typography tag="p">
            <Dotted
              of={[
                file.age !== null && t('registry.age', { n: file.age }),
                file.birthDate ? (
                  <>
                    {t('file.born')} <Bdi>{day(file.birthDate)}</Bdi>
                  </>
                ) : (
                  file.birthYear && t('registry.born', { year: String(file.birthYear) })
                ),
                phone && <Bdi dir="ltr">{phone.value}</Bdi>,
                file.branch && <Bdi>{file.branch.name}</Bdi>,
              ]}
            />
          </Typography>
          {(file.statusReason || file.consequences.length > 0) && (
            <Box background="neutral100" hasRadius padding={4}>
              {file.statusReason && (
                <Typography tag="p">
                  <Bdi>{file.statusReason}</Bdi>
                  {file.statusSince && (
                    <>
                      {' · '}
                      <Bdi>{day(file.statusSince)}</Bdi>
                    </>
                  )}
                </Typography>
              )}
              {file.consequences.map((consequence) => (
                <Typography key={consequence} tag="p" textColor="neutral700">
                  {consequence}
                </Typography>
              ))}
            </Box>
          )}
        </Flex>
        <Flex gap={2} wrap="wrap">
          {file.may.receive && (
            <LinkButton tag={NavLink} to={paths.newRequest(file.id)}>
              {t('file.new-request')}
            </LinkButton>
          )}
          {begin && (
            <>
              <LinkButton tag={NavLink} to={paths.changePerson(file.id)} variant="secondary">
                {t('file.change')}
              </LinkButton>
              <Button variant="tertiary" onClick={() => begin({ kind: 'status' })}>
                {t('file.status')}
              </Button>
            </>
          )}
        </Flex>
      </Flex>
    </Box>
  );
}
