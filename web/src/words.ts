/** Words of the pages, as the server's templates have them. */
const names: Record<string, string> = {
  IN_PERSON: "In person", VIDEO: "By video", PHONE: "By phone",
  CHILDREN: "Children", TEENS: "Teens", ADULTS: "Adults", OLDER_ADULTS: "Older adults",
};

const states: Record<string, string> = {
  AL: "Alabama", AK: "Alaska", AZ: "Arizona", AR: "Arkansas", CA: "California", CO: "Colorado", CT: "Connecticut",
  DE: "Delaware", DC: "District of Columbia", FL: "Florida", GA: "Georgia", HI: "Hawaii", ID: "Idaho", IL: "Illinois",
  IN: "Indiana", IA: "Iowa", KS: "Kansas", KY: "Kentucky", LA: "Louisiana", ME: "Maine", MD: "Maryland",
  MA: "Massachusetts", MI: "Michigan", MN: "Minnesota", MS: "Mississippi", MO: "Missouri", MT: "Montana",
  NE: "Nebraska", NV: "Nevada", NH: "New Hampshire", NJ: "New Jersey", NM: "New Mexico", NY: "New York",
  NC: "North Carolina", ND: "North Dakota", OH: "Ohio", OK: "Oklahoma", OR: "Oregon", PA: "Pennsylvania",
  RI: "Rhode Island", SC: "South Carolina", SD: "South Dakota", TN: "Tennessee", TX: "Texas", UT: "Utah", VT: "Vermont",
  VA: "Virginia", WA: "Washington", WV: "West Virginia", WI: "Wisconsin", WY: "Wyoming", AS: "American Samoa",
  GU: "Guam", MP: "Northern Mariana Islands", PR: "Puerto Rico", VI: "U.S. Virgin Islands",
  FM: "Federated States of Micronesia", MH: "Marshall Islands", PW: "Palau", AA: "Armed Forces Americas",
  AE: "Armed Forces Europe", AP: "Armed Forces Pacific",
};

export const word = (value: string) => names[value] ?? value;
export const state = (code: string) => states[code] ?? code;
export const number = (n: number) => n.toLocaleString("en-US");
export const providers = (n: number) => (n === 1 ? "1 provider" : `${number(n)} providers`);
export const distance = (miles: number) => `${miles.toFixed(1)} miles away`;
