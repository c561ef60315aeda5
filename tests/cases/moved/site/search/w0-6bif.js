sfwSearch("w0","|2019 ABC|一 ABC|中 ABC|于 ABB|修 ABD|关 ABB|务 ABC|土 ABD|基 ABC|完 ABD|层 ABC|展 ABA|已 ABC|年 ABC|总 ABA|成 ABD|报 ABC|整 ABD|服 ABC|本 ABB|段 ABC|汇 ABA|站 ABB|纸 ABC|经 ABC|路 ABD|进 ABA|道 ABC|黄 ABD");
