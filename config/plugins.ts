import type { Core } from '@strapi/strapi';

const plugins = ({ env }: Core.Config.Shared.ConfigParams) => ({
  'beneficiary-crm': { enabled: true },
  upload: { config: { sizeLimit: 20 * 1024 * 1024 } },
  // Without an SMTP server messages are kept and shown in the admin panel.
  ...(env('SMTP_URL')
    ? {
        email: {
          config: {
            provider: 'nodemailer',
            providerOptions: { url: env('SMTP_URL') },
            settings: {
              defaultFrom: env('MAIL_FROM'),
              defaultReplyTo: env('MAIL_REPLY_TO', env('MAIL_FROM')),
            },
          },
        },
      }
    : {}),
});

export default plugins;
