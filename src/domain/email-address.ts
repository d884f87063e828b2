const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/** As long as an address can be (RFC 5321 §4.5.3.1.3, without the brackets). */
const LONGEST = 254;

/** An address such as `name@example.org`; nothing that Payload's own field would refuse. */
export const isEmailAddress = (text: string): boolean => {
  const [local = '', host = '', ...rest] = text.split('@');
  return text.length <= LONGEST && rest.length === 0 && LOCAL.test(local) && HOST.test(host);
};
