// @ts-check
export default {
  'node.unsupported':
    'This needs Node.js {wanted}; this is {found}. Install a supported version (https://nodejs.org) and run the command again.',
  'install.working': 'Installing the packages (about two minutes the first time)…',
  'install.offline':
    'npm could not reach its registry. Check the network or the proxy and run the command again.',
  'install.failed': 'npm could not install the packages (exit code {code}). Its last words:',
  'install.missing': 'The packages are not installed. Run: npm ci',
  'disk.full': 'The disk is full. Free some space and run the command again.',
  'disk.low':
    'Too little space on the disk of {directory}: {free} MB free, {needed} MB needed. Free some space and run the command again.',
  'port.invalid': 'PORT is “{port}”; it must be a number from 1 to 65535.',
  'port.busy':
    'Port {port} is in use by another program. Stop it, or choose another port: PORT={other} {command}',
  'port.forbidden':
    'This user may not open port {port}. Choose one above 1023: PORT={other} {command}',
  'lock.taken':
    'The data in {directory} are in use by “{what}” (process {pid}). Stop it first, or choose another folder with DATA_DIR=…',
  'build.working': 'Building: {part}…',
  'build.done': 'Built: {part} ({seconds} s)',
  'build.fresh': 'Nothing to build; everything is up to date.',
  'build.absent': 'Not there yet, so not built: {part}',
  'build.failed': 'Building “{part}” failed. The compiler said:',
  'build.unknown': 'There is no part “{part}”. The parts are: {parts}',
  'build.missing': 'Not built yet: {parts}. Run: npm run build',
  'postgres.starting': 'Starting the embedded PostgreSQL…',
  'postgres.adopted': 'An embedded PostgreSQL of an earlier run is still up; it is used further.',
  'postgres.moved':
    'The database’s own user cannot enter this folder, so the database lives in {directory}',
  'postgres.aside':
    'The password of the embedded database is gone, so its files were put aside in {directory} and a new database is made.',
  'postgres.platform':
    'There is no embedded PostgreSQL for {platform}. Install PostgreSQL 14 or later and set DATABASE_URL.',
  'postgres.unmade': 'The embedded database could not be created. It said:',
  'postgres.dead': 'The embedded PostgreSQL does not start. The end of {log}:',
  'postgres.stuck':
    'The embedded PostgreSQL (process {pid}) runs but does not answer with our password. Stop it and run the command again.',
  'postgres.embedded':
    'DATABASE_URL is not set: the embedded PostgreSQL is used, with its data in {directory}. For an association at work set DATABASE_URL and make backups.',
  'database.url-invalid':
    'DATABASE_URL is not a PostgreSQL address. It looks like postgres://user:password@host:5432/name',
  'database.unreachable':
    'No PostgreSQL answers at {host}:{port} ({code}). Check DATABASE_URL, the server and the firewall.',
  'database.wrong-password':
    'PostgreSQL at {host}:{port} refuses the user “{user}” (password or pg_hba.conf). Correct DATABASE_URL.',
  'database.missing':
    'There is no database “{name}” at {host}:{port}. Create it: createdb --encoding=UTF8 --template=template0 {name}',
  'database.too-old':
    'The server runs PostgreSQL {version}; 14 or later is needed. Upgrade it or choose another one.',
  'database.encoding':
    'The database “{name}” is encoded in {encoding}; Arabic needs UTF8. Create it again: createdb --encoding=UTF8 --template=template0 {name}',
  'database.locale':
    'In the database “{name}” (LC_CTYPE {locale}) PostgreSQL does not know Arabic letters, so search by name would find nothing. Create it again: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 {name}',
  'database.extension-missing':
    'The server does not have the extension pg_trgm. Install it (Debian: postgresql-contrib) and run the command again.',
  'database.extension-forbidden':
    'The user “{user}” may not create the extension pg_trgm. An administrator must run once in “{name}”: CREATE EXTENSION pg_trgm;',
  'database.schema-forbidden':
    'The user “{user}” may not create tables in “{name}”. An administrator must run there: GRANT ALL ON SCHEMA public TO "{user}";',
  'database.refused': 'PostgreSQL at {host}:{port} said: {reason}',
  'secrets.refused':
    'This is not safe to start:\n{list}\nMake each one anew, for example: openssl rand -base64 32\nand put it in .env or the environment. Keep CRM_FIELD_KEY and CRM_INDEX_KEY with the backups: without them the personal data cannot be read.',
  'secrets.missing': '{name} is not set',
  'secrets.demo': '{name} is a demonstration secret',
  'secrets.length': '{name} must be 32 bytes in base64',
  'app.starting': 'Starting the application…',
  'app.filling': 'Starting, and filling a believable association (the first time only)…',
  'app.waiting': 'Still working… {seconds} s',
  'app.died': 'The application stopped (exit code {code}). The end of its log ({log}):',
  'app.slow': 'The application did not answer within {seconds} s. Its log: {log}',
  'app.stopping': 'Stopping…',
  'app.stopped': 'Stopped. Nothing of it runs any more.',
  'demo.ready': 'Ready.',
  'demo.site': 'The website',
  'demo.admin': 'The admin',
  'demo.accounts': 'Demonstration accounts (one for each role)',
  'demo.administrator': 'Administrator',
  'demo.no-accounts': 'No demonstration accounts were written; create the first one in the admin.',
  'demo.stop': 'Press Ctrl-C to stop. Log: {log}',
  'seed.working': 'Filling the database with a believable association…',
  'seed.done': 'The database is filled.',
  'dev.ready': 'Watching the sources. Press Ctrl-C to stop.',
  'dev.ended': '“{name}” ended (exit code {code}); the rest is stopped too.',
  'types.ok': '{name}: types are sound',
  'types.failed': '{name}: type errors',
  'bench.none': 'There is no benchmark in tests/bench yet.',
  'bench.running': 'Benchmark: {name}',
  'audit.ok': 'The chain of events is whole: {events} events, head {head}',
  'audit.broken': 'The chain of events is broken at event {seq}.',
  'audit.none': 'The database has no events: the application never ran on it.',
  'audit.gap': 'The event with this number is missing.',
  'audit.link': 'The event does not follow the one before it.',
  'audit.hash': 'The event was changed after it was recorded.',
  'audit.head': 'Events were cut off at the end.',
  'test.chromium':
    'The browser suite needs Chromium. Get one (Debian, Ubuntu: apt-get install chromium) or set CHROME_PATH to an existing one.',
  'test.time': 'The tests took longer than {minutes} minutes and were ended.',
  'test.lint': 'Lint failed.',
};
