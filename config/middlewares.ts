import type { Core } from '@strapi/strapi';

const megabytes = 1024 * 1024;

const middlewares = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  'plugin::beneficiary-crm.access-log',
  'strapi::errors',
  'plugin::beneficiary-crm.website',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'media-src': ["'self'", 'data:', 'blob:'],
          'script-src': ["'self'"],
          // A browser must not be sent to https where the association serves http in its own network.
          upgradeInsecureRequests: env('PUBLIC_URL', '').startsWith('https') ? [] : null,
        },
      },
    },
  },
  'strapi::cors',
  'strapi::query',
  'plugin::beneficiary-crm.public-errors',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '256kb',
      formLimit: '256kb',
      textLimit: '256kb',
      formidable: { maxFileSize: 10 * megabytes, maxFiles: 1, maxFields: 5 },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default middlewares;
