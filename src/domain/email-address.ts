const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/** An address such as `name@example.org`; nothing that Payload's own field would refuse. */
export const isEmailAddress = (text: string): boolean => {
  const [local = '', host = '', ...rest] = text.split('@');
  return rest.length === 0 && LOCAL.test(local) && HOST.test(host);
};
