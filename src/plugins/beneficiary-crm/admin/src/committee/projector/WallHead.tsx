import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';

const Head = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: start;
  justify-content: space-between;
  gap: 0.6em;

  h1 {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.5;
  }
  a {
    color: ${({ theme }) => theme.colors.primary700};
    font-size: max(1.6rem, 0.6em);
  }
`;
const Ways = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.6em;
`;

interface Props {
  id: string;
  title: string;
  committee: string;
  day: string;
  details: string[];
  fullScreen: () => void;
}

/** Which session this is; and two small ways out, for who holds the mouse. */
export function WallHead({ id, title, committee, day, details, fullScreen }: Props) {
  const { t } = useWords();
  return (
    <Head>
      <div>
        <h1>
          <Bdi>{committee}</Bdi> · {title}
        </h1>
        <p>
          <Bdi>{day}</Bdi>
          {details.map((part) => (
            <span key={part}>
              {' · '}
              <Bdi>{part}</Bdi>
            </span>
          ))}
        </p>
      </div>
      <Ways>
        <button type="button" onClick={fullScreen}>
          {t('projector.full-screen')}
        </button>
        <Link to={paths.session(id)}>{t('projector.leave')}</Link>
      </Ways>
    </Head>
  );
}
