sfwSearch("p0"," 段黄AAJ 路已AAU 修完AAEAAOAAY 已经AAV 整修AADAANAAX 年中AAn 年年AAm 中报AAo 报纸AAp 黄土AAAAAK 服务AAd 一段AAI 道路AAT 报道AAr 路整AACAAM 基层AAf 经整AAW 9年AAl 土路AABAAL 纸报AAq 务基AAe 完成AAFAAPAAZ");
