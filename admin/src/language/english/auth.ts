/** Sentences of auth. */
export const auth = {
  请先登录: 'Please sign in first',
  我的登录: 'My sign-ins',
  '不认识的登录请退出，并立即修改密码': 'End a sign-in that you do not know, and change the password at once',
  登录记录: 'Sign-ins',
  未知设备: 'Unknown device',
  '{loginAt} 登录': 'Signed in {loginAt}',
  当前: 'This one',
  退出: 'Sign out',
  '密码是初始密码或已到期，请先修改，之后才能继续使用。':
    'The password is the initial one or has expired. Please change it before you go on.',
  当前密码: 'Current password',
  新密码: 'New password',
  确认新密码: 'New password again',
  密码已修改: 'The password has been changed',
  请填写密码: 'Please enter the password',
  '密码不正确，或账号已停用': 'The password is wrong, or the account is disabled',
  '填写的内容还在，登录后接着填写。账号：{username}':
    'What you filled in is still here; sign in and go on. Account: {username}',
  暂不登录: 'Not now',
  登录: 'Sign in',
  '登录 · 安居': 'Sign in · Anju',
  '正在登录…': 'Signing in…',
  '账号由上级主管在用户管理中开通。忘记密码请联系上级主管重置。':
    'Accounts are opened by the superior office under Users. If you forgot the password, ask it for a new one.',
  使用手册: 'Manual (in Chinese)',
  '连不上服务器，请检查网络，或稍后再试': 'The server cannot be reached. Check the network, or try again later',
  用户名或密码不正确: 'User name or password is wrong',
  '；未保存的录入内容已存为草稿': '; what was not saved is kept as a draft',
  '长时间没有操作，已退出登录{words}': 'You were signed out because nothing was done for a long time{words}',
  '即将因长时间没有操作而退出登录，点按任意处可继续':
    'You will soon be signed out because nothing is being done; tap anywhere to stay',
} as const;
