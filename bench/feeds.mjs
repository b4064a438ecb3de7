// Writes a module that configures many feeds: node feeds.mjs FOLDER COUNT [ORIGIN]
import { mkdirSync, writeFileSync } from 'node:fs';

const [folder, count, origin = 'https://pkgs.dev.azure.com/contoso'] = process.argv.slice(2);
const feed = (_, i) => `            <feed>
              <url>${origin}/_packaging/Feed${i}/npm/registry/</url>${i ? `
              <scopes>@scope-${i}</scopes>` : ''}
            </feed>`;

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/package.json`, '{ "name": "feeds", "version": "1.0.0", "private": true }\n');
writeFileSync(`${folder}/pom.xml`, `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.github.feedauth.bench</groupId>
  <artifactId>feeds</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>io.github.feedauth</groupId>
        <artifactId>feedauth-maven-plugin</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <configuration>
          <feeds>
${Array.from({ length: Number(count) }, feed).join('\n')}
          </feeds>
        </configuration>
        <executions>
          <execution>
            <goals>
              <goal>configure</goal>
            </goals>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
`);
