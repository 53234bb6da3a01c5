// What `%Z` calls a zone: the abbreviations of the time zone database, in winter and in summer. A zone that is not here has none, and is called
// by its hours, `+03`. (Intl would tell them too, but otherwise in each language and version.)

const names: readonly (readonly [zones: RegExp, standard: string, summer?: string])[] = [
  [/^Europe\/(?:London|Belfast|Guernsey|Isle_of_Man|Jersey)$|^GB$/, 'GMT', 'BST'],
  [/^Europe\/Dublin$/, 'GMT', 'IST'],
  [/^Europe\/(?:Lisbon)$|^Atlantic\/(?:Canary|Faroe|Madeira)$/, 'WET', 'WEST'],
  [
    /^Europe\/(?:Athens|Bucharest|Chisinau|Helsinki|Kiev|Kyiv|Mariehamn|Riga|Sofia|Tallinn|Vilnius)$|^Asia\/(?:Beirut|Nicosia)$/,
    'EET',
    'EEST',
  ],
  [/^Europe\/(?:Moscow|Simferopol)$/, 'MSK'],
  [/^Europe\/(?!Istanbul|Minsk|Samara|Saratov|Volgograd|Kirov|Astrakhan|Ulyanovsk)/, 'CET', 'CEST'],
  [/^(?:America\/(?:New_York|Detroit|Toronto|Montreal|Nassau|Kentucky\/.*|Indiana\/.*)|US\/Eastern)$/, 'EST', 'EDT'],
  [/^(?:America\/(?:Chicago|Winnipeg|Menominee|Matamoros)|US\/Central)$/, 'CST', 'CDT'],
  [/^America\/(?:Mexico_City|Regina|Costa_Rica|Guatemala|El_Salvador|Managua)$/, 'CST'],
  [/^(?:America\/(?:Denver|Boise|Edmonton)|US\/Mountain)$/, 'MST', 'MDT'],
  [/^America\/(?:Phoenix|Hermosillo)$/, 'MST'],
  [/^(?:America\/(?:Los_Angeles|Vancouver|Tijuana)|US\/Pacific)$/, 'PST', 'PDT'],
  [/^America\/(?:Anchorage|Juneau)$/, 'AKST', 'AKDT'],
  [/^(?:Pacific\/Honolulu|US\/Hawaii)$/, 'HST'],
  [/^America\/(?:Halifax|Bermuda)$|^Atlantic\/Bermuda$/, 'AST', 'ADT'],
  [/^America\/(?:Puerto_Rico|Santo_Domingo)$/, 'AST'],
  [/^Asia\/Tokyo$|^Japan$/, 'JST'],
  [/^Asia\/Seoul$|^ROK$/, 'KST'],
  [/^Asia\/(?:Shanghai|Chongqing|Harbin|Taipei|Macau)$|^PRC$/, 'CST'],
  [/^Asia\/Hong_Kong$|^Hongkong$/, 'HKT'],
  [/^Asia\/(?:Kolkata|Calcutta)$/, 'IST'],
  [/^Asia\/Karachi$/, 'PKT'],
  [/^Asia\/Manila$/, 'PST'],
  [/^Asia\/Jakarta$/, 'WIB'],
  [/^Asia\/Jerusalem$|^Israel$/, 'IST', 'IDT'],
  [/^Australia\/(?:Sydney|Melbourne|Hobart|Canberra)$/, 'AEST', 'AEDT'],
  [/^Australia\/Brisbane$/, 'AEST'],
  [/^Australia\/Adelaide$/, 'ACST', 'ACDT'],
  [/^Australia\/Darwin$/, 'ACST'],
  [/^Australia\/Perth$/, 'AWST'],
  [/^Pacific\/Auckland$|^NZ$/, 'NZST', 'NZDT'],
  [/^Africa\/(?:Johannesburg|Maseru)$/, 'SAST'],
  [/^Africa\/(?:Lagos|Algiers|Kinshasa)$/, 'WAT'],
  [/^Africa\/(?:Nairobi|Addis_Ababa|Kampala)$/, 'EAT'],
]

/** `offset` in minutes east of Greenwich; `winter` is the smallest of the year. */
export function zoneAbbreviation(zone: string, offset: number, winter: number): string {
  const [, standard, summer = standard] = names.find(([zones]) => zones.test(zone)) ?? []
  return (offset === winter ? standard : summer) ?? inHours(offset)
}

// `+03`, `-0330`.
function inHours(offset: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(hours)}${minutes === 0 ? '' : two(minutes)}`
}
