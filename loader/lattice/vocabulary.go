package lattice

import "github.com/baopu/baopu/internal/zh"

// relations are words before a name that say nobody's work: they speak for a name and give no post.
var relations = zh.Words(`老同志 老干部 夫人 太后 子女 产妇 孕妇 长女 长子 次子 老人 大爷 大妈 阿姨 网友 读者 观众 球迷 母亲 父亲 妻子 丈夫 儿子 女儿 儿媳 爷爷 奶奶 孙子 孙女 弟弟 妹妹 哥哥 姐姐 公公 婆婆 女士 先生 同志 青年 小伙 姑娘 女孩 男孩 孩子 小朋友 同胞 侨胞 台胞 获得者 获奖者 得主 冠军 奥运冠军 游客 旅客 乘客 顾客 消费者 患者 病人 病友 老乡 妇女 亲属 家属 遗属 后人 孤儿 烈士 英雄 模范 标兵 先进个人 作者 译者 同学 家长
岳父 岳母 侄子 侄女 外甥 外甥女 外孙 外孙女 女婿 媳妇 外婆 外公 姥姥 姥爷 嫂子 弟媳 堂弟 堂兄 堂哥 堂妹 堂姐 表哥 表弟 表姐 表妹 姑姑 叔叔 伯父 舅舅 阿婆 阿公 老汉 后生 小伙子 大姐 大哥 大叔 大婶 大娘 邻居 同事 战友 工友 队友 舍友 新娘 新郎 失主 老伴 住户 原告 嫌疑人 犯罪嫌疑人 受害人 被害人 伤者 死者 逝者 社员 乡贤 恩师 弟子 跑友 车友 球友 棋友 粉丝 网民 搬迁户`)

// honorifics follow a name and belong to no title.
var honorifics = zh.Words("同志 先生 女士 夫人 同学 阁下 教授 老师 医生 师傅 大夫 院士 将军 博士")

// levelWords are bare levels of jurisdiction.
var levelWords = zh.Words("市 县 区 省 州 旗 盟 镇 乡 自治区 自治州 自治县 自治旗 地区 村 街道 苏木 特区")

// homeWords name a jurisdiction by the speaker: 我市, 本市, 全市.
var homeWords = map[string]string{
	"我市": "市", "本市": "市", "全市": "市", "我县": "县", "本县": "县", "全县": "县", "我区": "区", "全区": "区", "我省": "省", "本省": "省", "全省": "省",
	"我州": "州", "全州": "州", "我旗": "旗", "全旗": "旗", "我盟": "盟", "全盟": "盟", "我国": "国", "该市": "市", "该县": "县", "该区": "区",
	"我镇": "镇", "我乡": "乡", "我村": "村", "我地区": "地区",
}

// strong are the letters that stand for a country wherever a side or an army is meant.
var strong = zh.Words("俄 美 英 法 德 日 韩 朝 印 越 以 伊 乌")
