import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../app/words';
import { Dotted, PersonLines } from '../registry/PersonLines';
import { Bdi } from '../ui/Bdi';
import { Tag } from '../ui/Tag';
import { fileTone, requestTone } from '../ui/tones';
import type { Choice } from './choices';

/** A line that is chosen by the mouse, a finger, or the arrows. */
export const Option = styled.div`
  padding: ${({ theme }) => theme.spaces[3]};
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;
  overflow-wrap: anywhere;
  scroll-margin: ${({ theme }) => theme.spaces[2]};

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

/** Enough to know who it is. */
export function ChoiceLine({ choice }: { choice: Choice }) {
  const { t, word } = useWords();
  if (choice.kind === 'person') {
    const { hit } = choice;
    return (
      <>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="bold">
            <Bdi>{hit.name}</Bdi>
          </Typography>
          {hit.status !== 'active' && (
            <Tag tone={fileTone(hit.status)}>{word('file_status', hit.status)}</Tag>
          )}
          {hit.by === 'near_name' && (
            <Typography variant="pi" textColor="neutral600">
              {t('search.near')}
            </Typography>
          )}
        </Flex>
        <PersonLines person={hit} />
      </>
    );
  }
  const { hit } = choice;
  return (
    <>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="bold">
          <Bdi>{hit.applicantName}</Bdi>
        </Typography>
        <Tag tone={requestTone(hit.status)}>{word('status', hit.status)}</Tag>
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        <Dotted
          of={[
            word('kind', hit.kind),
            <Bdi dir="ltr">{hit.reference}</Bdi>,
            hit.city && <Bdi>{hit.city}</Bdi>,
            hit.phoneMasked && <Bdi dir="ltr">{hit.phoneMasked}</Bdi>,
          ]}
        />
      </Typography>
    </>
  );
}
