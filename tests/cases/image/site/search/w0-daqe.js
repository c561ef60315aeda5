sfwSearch("w0","|2019 ABA|一 ABA|中 ABA|修 ABB|务 ABA|土 ABB|基 ABA|完 ABB|层 ABA|已 ABA|年 ABA|成 ABB|报 ABA|整 ABB|服 ABA|段 ABA|纸 ABA|经 ABA|路 ABB|道 ABA|黄 ABB");
