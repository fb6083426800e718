export default () => ({
  auth: {
    secret: process.env.ANJU_PANEL_SECRET,
    sessions: { maxRefreshTokenLifespan: 43_200, maxSessionLifespan: 43_200 },
  },
  apiToken: { salt: process.env.ANJU_API_TOKEN_SALT },
  transfer: { token: { salt: process.env.ANJU_TRANSFER_TOKEN_SALT } },
  secrets: { encryptionKey: process.env.ANJU_ENCRYPTION_KEY },
  flags: { nps: false, promoteEE: false },
  watchIgnoreFiles: ['**/*'],
});
