import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useId, useState } from 'react';
import type { ChangeEvent } from 'react';
import { styled } from 'styled-components';
import type { Outcome } from '../app/api';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from './Bdi';

/** The browser's own control lies unseen over the whole place: a click, a key or a dropped file reaches it. */
const FileInput = styled.input`
  position: absolute;
  inset: 0;
  inline-size: 100%;
  opacity: 0;
  cursor: pointer;
  &::file-selector-button {
    cursor: pointer;
  }
  &:disabled {
    cursor: progress;
  }
`;
const Place = styled.div`
  position: relative;
  display: flex;
  align-items: center;
  justify-content: center;
  gap: ${({ theme }) => theme.spaces[2]};
  min-block-size: 5.6rem;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px dashed ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.primary700};
  text-align: center;

  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props<T> {
  label: string;
  hint: string;
  accept: string;
  /** name of the file that has arrived */
  arrived: string | null;
  upload: (file: File) => Promise<Outcome<T>>;
  /** share of the file that has gone; null when none is on its way */
  progress: number | null;
  done: (uploaded: T) => void;
  error?: string;
}

/** Takes one file and sends it at once, so that the form that follows is short. */
export function UploadField<T>(props: Props<T>) {
  const { label, hint, accept, arrived, upload, progress, done, error } = props;
  const { t } = useWords();
  const { percent } = useFormats();
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const trouble = refused ?? error;
  const words = t(arrived ? 'upload.choose-another' : 'upload.choose');

  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setRefused(null);
    const outcome = await upload(file);
    // The same file can be chosen again after it was refused.
    target.value = '';
    if (outcome.ok) done(outcome.data);
    else setRefused(outcome.problem.message);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="label" htmlFor={id} variant="pi" fontWeight="bold">
        {label}
      </Typography>
      <Place>
        <Upload aria-hidden />
        <Typography aria-hidden fontWeight="bold" textColor="primary700">
          {words}
        </Typography>
        <FileInput
          id={id}
          type="file"
          title={words}
          accept={accept}
          required
          disabled={progress !== null}
          aria-describedby={`${id}-hint`}
          aria-invalid={trouble ? true : undefined}
          onChange={(event) => void take(event)}
        />
      </Place>
      <Typography id={`${id}-hint`} tag="p" variant="pi" textColor="neutral600">
        {hint}
      </Typography>
      <Box role="status">
        {progress !== null && (
          <Flex direction="column" alignItems="stretch" gap={1}>
            <ProgressBar value={Math.round(progress * 100)} aria-label={t('upload.progress')} />
            <Typography variant="pi">{t('upload.sent', { share: percent(progress) })}</Typography>
          </Flex>
        )}
        {arrived && progress === null && (
          <Typography textColor="success700">
            {t('upload.arrived')} <Bdi>{arrived}</Bdi>
          </Typography>
        )}
      </Box>
      {trouble && (
        <Typography tag="p" variant="pi" textColor="danger600" role="alert">
          {trouble}
        </Typography>
      )}
    </Flex>
  );
}
