/** The Chinese texts of `directory`. */
export const zh = {
  pickerPlaceholder: '姓名、拼音首字母、工号或班组',
  pickAnother: '再选一位',
  suggestions: '可能是这些人',
  chosenPeople: '已选的人',
  removePerson: (name: string) => `移除 ${name}`,
  personChosen: (name: string) => `已选 ${name}。`,
  personRemoved: (name: string) => `已移除 ${name}。`,
  personsFound: (count: number) => `找到 ${count} 人，用上下键选择，按回车确定。`,
  nobodyFound: '没有找到。可以换个写法，或输入完整工号。',
  directoryLoading: '正在读取通讯录…',
  directoryFailed: '暂时读不到通讯录，请输入完整工号。',
  notInDirectory: '不在通讯录里，请核对工号。',
  pickFromList: '请从列表里选一位，或输入完整工号。',
  enoughPeople: (max: number) => `最多 ${max} 位，已选满。`,
};
